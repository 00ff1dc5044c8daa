// Tells the server that the invitations on this page were seen: a moment after somebody looks at it, or at the first touch.
// A robot that only fetches the page tells nothing.
"use strict";
(() => {
  const page = document.querySelector("[data-inbox][data-unseen]");
  if (!page) return;
  const address = page.dataset.inbox + "/seen";
  let timer = 0;
  let isTold = false;

  const tell = () => {
    if (isTold) return;
    isTold = true;
    fetch(address, { method: "POST", headers: { Accept: "application/json" }, credentials: "omit", keepalive: true })
      .catch(() => { isTold = false; });
  };
  const wait = () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible") timer = setTimeout(tell, 1000);
  };
  document.addEventListener("visibilitychange", wait);
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, tell, { once: true, passive: true });
  wait();
})();
