// Finds out that nothing passes over the line to the server though nobody has closed it, as when a phone has lost its
// network: a browser tells that after minutes. It is looked into where something is overdue: the answer to a press, or
// the beat of a room (follow.js). Then the server is asked how it is until it answers; meanwhile that is said, and
// [data-ll-silent] stands on the element of the app, by which line_back.js holds presses. A socket over which nothing
// comes although the server answers is given up, and Streamlit opens another.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.llSilence) return;
  app.dataset.llSilence = "watched";
  const AWAITED_MS = 4_000, ANSWER_MS = 3_000, AGAIN_MS = 1_500, BACK_MS = 2_500, CUT_MS = 5_000;
  const note = document.body.appendChild(document.createElement("div"));
  note.className = "ll-silent";
  note.setAttribute("aria-live", "polite");
  const isAwaited = () => document.llLine?.asked > document.llLine?.heard;
  const isCut = () => app.dataset.testConnectionState !== "CONNECTED";
  const pause = (ms) => new Promise((on) => setTimeout(on, ms));
  const answers = () => {
    const base = (window.__streamlit?.BACKEND_BASE_URL ?? location.origin).replace(/\/$/, "");
    const asked = { cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(ANSWER_MS) };
    return fetch(`${base}/_stcore/health`, asked).then(() => true, () => false);
  };
  const tell = () => {
    if ("llSilent" in app.dataset) return;
    app.dataset.llSilent = "";
    const words = JSON.parse([...document.querySelectorAll("[data-ll-line-lost]")].at(-1).dataset.llLineLost);
    note.textContent = `${words.title}. ${words.away}`;
  };
  const giveUp = () => {
    if (!isAwaited() || document.hidden || performance.now() - document.llLine.asked < BACK_MS) return;
    document.llLine.asked = 0;
    document.llLine.socket.dispatchEvent(new CloseEvent("close", { code: 1006 })); // its own would come after minutes
  };
  let looks = false, waits = 0;
  const look = async () => {
    if (looks || document.hidden) return;
    looks = true;
    while (!(await answers())) {
      tell();
      await pause(AGAIN_MS);
    }
    looks = false;
    const wasSilent = "llSilent" in app.dataset;
    delete app.dataset.llSilent;
    note.textContent = "";
    document.dispatchEvent(new Event("ll-answers"));
    setTimeout(giveUp, wasSilent ? BACK_MS + 100 : AWAITED_MS);
  };
  document.addEventListener("ll-asked", () => {
    clearTimeout(waits);
    waits = setTimeout(() => isAwaited() && look(), AWAITED_MS);
  });
  document.addEventListener("ll-overdue", look);
  document.addEventListener("visibilitychange", () => isAwaited() && look());
  window.addEventListener("offline", look);
  new MutationObserver(() => isCut() && setTimeout(() => isCut() && look(), CUT_MS)).observe(app, {
    attributeFilter: ["data-test-connection-state"],
  });
})();
