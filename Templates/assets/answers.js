// Brings a member new answers of creators without a reload: a count beside "History", and the states on this page.
"use strict";
(() => {
  const link = document.querySelector("[data-answers]");
  if (!link || !window.EventSource) return;
  const root = link.dataset.answers;
  const badge = document.createElement("span");
  badge.className = "count-badge";
  badge.setAttribute("role", "status");
  link.after(badge);
  const menu = link.closest("details")?.querySelector("summary");

  const show = (count) => {
    const { one, many } = link.dataset;
    badge.textContent = count > 0 ? (count === 1 ? one : many.replace("{count}", count)) : "";
    badge.dataset.count = count;
    if (menu) menu.dataset.count = count > 0 ? count : "";
  };
  const source = new EventSource(root + "events");
  source.addEventListener("count", (event) => show(JSON.parse(event.data).unread));
  source.addEventListener("answer", (event) => {
    const answer = JSON.parse(event.data);
    for (const place of document.querySelectorAll(`[data-state-of="${CSS.escape(answer.invitation)}"]`)) {
      place.textContent = answer.state_name;
    }
    show(answer.unread);
  });
  // Whoever looks at the history has read the answers.
  if (document.querySelector("[data-history]")) {
    fetch(root + "answers/read", { method: "POST", headers: { Accept: "application/json" } }).then(() => show(0), () => {});
  }
  addEventListener("pagehide", () => source.close());
})();
