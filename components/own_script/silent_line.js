// Notices a connection over which nothing arrives although it was never closed, as when a phone has lost its network;
// the browser itself reports that only after minutes. The server is asked for its health when something is overdue:
// the answer to a press, or a room's heartbeat (follow.js). While it does not answer, the page says so, and
// [data-ll-silent] on the element of the app makes line_back.js hold presses back. If the server answers but the
// socket stays silent, the socket is given up, and Streamlit opens another.
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
    app.dataset.llSilent = document.body.dataset.llSilent = "";
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
    delete document.body.dataset.llSilent;
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
