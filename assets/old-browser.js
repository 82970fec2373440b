// Runs only in browsers that do not know modules (IE mode); boot.js never starts there. Old syntax on
// purpose: it must be readable for them.
(function () {
  function show(id, visible) {
    document.getElementById(id).hidden = !visible;
  }
  document.documentElement.setAttribute("data-app", "failed");
  show("boot-loading", false);
  show("boot-failed", true);
  document.querySelector('[data-reason="unsupported"]').hidden = false;
  document.getElementById("boot-detail").textContent = "no JavaScript modules";
  document.getElementById("boot-retry").onclick = function () {
    location.reload();
  };
})();
