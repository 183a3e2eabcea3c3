// Listens to /api/rooms/CODE/ws, which sends the room's version, and asks for a rerun when it is new. A lost socket is
// opened again, sooner when the screen is shown again; without one, the room is asked for every ten seconds. A working
// socket carries a heartbeat: without it, silent_line.js looks into the connection, and another socket is opened once
// the server answers. A row of a vote that is tapped and then taken away is reported: a phone back from sleep shows the
// form of a vote that has ended until it has heard of the next.
const SLOW_MS = 10_000;
const SILENT_MS = 6_000; // two beats, and as long as a busy server may be late
const TURN_MS = 1_000;
const AGAIN_MS = 1_000;
const TAPPED_MS = 3_000;
const LOOK_MS = 200;
const ROWS = '[data-testid="stElementContainer"][class*="st-key-vote-"]';
const listeners = new WeakMap();
const tap = { watching: 0, late: null }; // outlives a listener: the component may come anew together with the next form

class RoomListener {
  constructor(code, rerun) {
    this.code = code;
    this.rerun = rerun;
    this.version = 0;
    this.asked = 0;
    this.tries = 0;
    this.back = () => {
      if (document.hidden) return;
      if (this.silent) this.hear();
      this.open();
    };
    this.answers = () => this.isMute && setTimeout(() => this.isMute && this.takeAnother(), TURN_MS * Math.random());
    document.addEventListener("visibilitychange", this.back);
    document.addEventListener("ll-answers", this.answers);
    window.addEventListener("online", this.back);
    this.tapped = ({ target }) => this.watch(target.closest?.(ROWS));
    document.addEventListener("click", this.tapped, true);
    this.slow = setInterval(() => this.isOpen() || this.rerun(this.version + Math.random()), SLOW_MS);
    this.open();
  }

  isOpen() {
    return this.socket && this.socket.readyState <= WebSocket.OPEN;
  }

  open() {
    clearTimeout(this.waiting);
    if (this.isOpen() || this.closed) return;
    const base = (window.__streamlit?.BACKEND_BASE_URL ?? location.origin).replace(/^http/, "ws").replace(/\/$/, "");
    const socket = new WebSocket(`${base}/api/rooms/${encodeURIComponent(this.code)}/ws`);
    socket.onopen = () => { this.tries = 0; };
    socket.onmessage = ({ data }) => {
      if (data === "" || this.silent) this.hear();
      if (data !== "") this.ask(Number(data));
    };
    socket.onclose = () => this.again();
    this.socket = socket;
  }

  hear() {
    clearTimeout(this.silent);
    this.isMute = false;
    this.silent = setTimeout(() => {
      this.isMute = !document.hidden;
      if (this.isMute) document.dispatchEvent(new Event("ll-overdue"));
    }, SILENT_MS);
  }

  letGo() {
    clearTimeout(this.silent);
    this.silent = this.isMute = null;
    if (this.socket) this.socket.onclose = this.socket.onmessage = null;
    this.socket?.close();
    this.socket = null;
  }

  takeAnother() {
    this.letGo();
    this.open();
  }

  again() {
    if (this.closed) return;
    clearTimeout(this.silent);
    this.silent = this.isMute = null;
    this.tries += 1;
    const pause = Math.min(8_000, 300 * 2 ** this.tries) * (0.5 + Math.random() / 2);
    this.waiting = setTimeout(() => this.open(), pause);
  }

  ask(version) {
    if (version <= this.version || version === this.asked) return;
    this.asked = version;
    this.rerun(version);
  }

  watch(rows) {
    if (!rows) return;
    clearInterval(tap.watching);
    const form = [...rows.classList].find((name) => name.startsWith("st-key-vote-"));
    const until = performance.now() + TAPPED_MS;
    tap.watching = setInterval(() => {
      const isThere = rows.isConnected && rows.classList.contains(form); // React may fill the same rows with the next form
      if (isThere && performance.now() < until) return;
      clearInterval(tap.watching);
      if (!isThere) tap.late(form);
    }, LOOK_MS);
  }

  // A version that is not whole is nobody's: it has the room read anew. It goes on until the screen is told otherwise,
  // since this module does not run when what it is told stays the same.
  askAnew() {
    clearTimeout(this.anew);
    this.anew = setTimeout(() => {
      this.askAnew();
      this.rerun(this.version + Math.random());
    }, AGAIN_MS * (1 + Math.random()));
  }

  close() {
    this.closed = true;
    clearTimeout(this.waiting);
    clearTimeout(this.anew);
    clearInterval(this.slow);
    document.removeEventListener("click", this.tapped, true);
    document.removeEventListener("visibilitychange", this.back);
    document.removeEventListener("ll-answers", this.answers);
    window.removeEventListener("online", this.back);
    this.letGo();
  }
}

export default ({ data, parentElement, setTriggerValue }) => {
  let listener = listeners.get(parentElement);
  if (!listener || listener.code !== data.code) {
    listener?.close();
    listener = new RoomListener(data.code, (version) => setTriggerValue("changed", version));
    listeners.set(parentElement, listener);
  }
  listener.rerun = (version) => setTriggerValue("changed", version);
  tap.late = (form) => setTriggerValue("late", form);
  listener.version = Math.max(listener.version, data.version);
  if (data.again) listener.askAnew();
  else clearTimeout(listener.anew);
  return () => {
    listener.close();
    listeners.delete(parentElement);
  };
};
