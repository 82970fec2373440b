(function () {
  var parts = location.pathname.split("/");
  var byId = function (id) { return document.getElementById(id) || {}; };

  function attempt(depth) {
    if (depth >= parts.length) return fail();
    var base = location.protocol + "//" + location.host + parts.slice(0, depth).join("/") + "/";
    var request = new XMLHttpRequest();
    request.open("GET", base + "data/catalog.json");
    request.onload = function () {
      var catalog;
      try { catalog = request.status === 200 && JSON.parse(request.responseText); } catch (e) { catalog = null; }
      if (catalog && catalog.schema_version) start(base); else attempt(depth + 1);
    };
    request.onerror = fail;
    request.send();
  }

  function insert(name, attributes) {
    var element = document.createElement(name);
    for (var i = 0; i < attributes.length; i++) element.setAttribute(attributes[i].name, attributes[i].value);
    document.head.insertBefore(element, name === "base" ? document.head.firstChild : null);
  }

  function start(base) {
    insert("base", [{ name: "href", value: base }]);
    var template = document.getElementById("after-base");
    var nodes = (template.content || template).childNodes;
    for (var i = 0; i < nodes.length; i++) if (nodes[i].attributes) insert(nodes[i].nodeName.toLowerCase(), nodes[i].attributes);
  }

  function fail() {
    document.documentElement.setAttribute("data-app", "failed");
    var reason = document.querySelector("[data-reason=download]");
    if (reason) reason.hidden = false;
    byId("boot-loading").hidden = true;
    byId("boot-failed").hidden = false;
    byId("boot-retry").onclick = function () { location.reload(); };
  }

  attempt(1);
})();
