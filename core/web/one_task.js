// Streamlit's messages that come within a millisecond reach the page in one task. React draws what one task brings once;
// a message that comes by itself has it look at every element of the page (docs/adr/0026). A page that nobody sees
// gets each at once: its timers are late. Events that a script made pass as they are, ours among them.
// When the page last heard over this socket, and since when it has waited for an answer, stands in `document.llLine`:
// own_script/silent_line.js goes by that.
window.WebSocket = class extends WebSocket {
  constructor(...asked) {
    super(...asked);
    if (!new URL(this.url).pathname.endsWith("/_stcore/stream")) return;
    const line = (document.llLine = { socket: this, heard: performance.now(), asked: 0 });
    this.llLine = line;
    let held = [], timer = 0;
    const give = () => {
      clearTimeout(timer);
      timer = 0;
      const all = held;
      held = [];
      for (const data of all) this.dispatchEvent(new MessageEvent("message", { data }));
    };
    this.addEventListener("message", (event) => {
      if (!event.isTrusted) return;
      event.stopImmediatePropagation();
      line.heard = performance.now();
      held.push(event.data);
      if (document.hidden) give();
      else timer ||= setTimeout(give, 1);
    });
    this.addEventListener("close", give);
  }

  send(data) {
    super.send(data);
    if (!this.llLine || this.llLine.asked > this.llLine.heard) return;
    this.llLine.asked = performance.now();
    document.dispatchEvent(new Event("ll-asked"));
  }
};
