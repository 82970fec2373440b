(function () {
  var folders = location.pathname.split("/").slice(0, 40);
  var template = document.getElementById("after-base");
  var deferred = template.content || template;
  var program = deferred.querySelector("script[src]").getAttribute("src").replace("./", "");
  var byId = function (id) { return document.getElementById(id) || {}; };

  function attempt() {
    do folders.pop(); while (folders.length > 1 && !folders[folders.length - 1]);
    if (!folders.length) return fail();
    var base = location.protocol + "//" + location.host + folders.join("/") + "/";
    whereThereIs(base + "data/catalog.json", function (text) { return JSON.parse(text).schema_version; }, function () {
      whereThereIs(base + program, function (text) { return !/^\s*</.test(text); }, function () { start(base); });
    });
  }

  function whereThereIs(address, isIt, goOn) {
    var request = new XMLHttpRequest();
    request.open("GET", address);
    request.onload = function () {
      var found = request.status === 200 && (request.responseURL || address) === address;
      try { found = found && isIt(request.responseText); } catch (e) { found = false; }
      if (found) goOn(); else attempt();
    };
    request.onerror = attempt;
    request.send();
  }

  function insert(name, attributes) {
    var element = document.createElement(name);
    for (var i = 0; i < attributes.length; i++) element.setAttribute(attributes[i].name, attributes[i].value);
    document.head.insertBefore(element, name === "base" ? document.head.firstChild : null);
  }

  function start(base) {
    insert("base", [{ name: "href", value: base }]);
    var nodes = deferred.childNodes;
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

  attempt();
})();
