(function (base, path, steps) {
  base.setAttribute("data-path", path);
  if (path.indexOf("//") < 0) return;
  path = path.replace(/[^\/]*$/, "");
  for (steps = base.getAttribute("data-page").split("/").length; --steps; ) path = path.replace(/[^\/]+\/+$/, "");
  base.href = location.protocol + "//" + location.host + path;
})(document.querySelector("base"), location.pathname);
