// Streamlit's messages that come within a millisecond reach the page in one task. React draws what one task brings once;
// a message that comes by itself has it look at every element of the page (docs/adr/0026). A page that nobody sees
// gets each at once: its timers are late. Events that a script made pass as they are, ours among them.
// When the page last heard over this socket, and since when it has waited for an answer, stands in `document.llLine`:
// own_script/silent_line.js goes by that.
// The first messages, up to the element of our scripts, go ahead, and the rest waits until that is drawn, 50 ms at most:
// React draws the first element of each kind as a grey box, and all that come together with it. Titles are of its kind.
const AHEAD = 3, MOST = 12, isBegun = () => document.querySelector(".stHtml");
window.WebSocket = class extends WebSocket {
  constructor(...asked) {
    super(...asked);
    if (!new URL(this.url).pathname.endsWith("/_stcore/stream")) return;
    const line = (document.llLine = { socket: this, heard: performance.now(), asked: 0 });
    this.llLine = line;
    let held = [], timer = 0, heard = 0;
    const give = () => {
      clearTimeout(timer);
      timer = 0;
      const all = held;
      held = [];
      for (const data of all) this.dispatchEvent(new MessageEvent("message", { data }));
    };
    const giveInTime = (tries) => {
      if (tries < MOST && !isBegun()) timer = setTimeout(giveInTime, 4, tries + 1);
      else give();
    };
    this.addEventListener("message", (event) => {
      if (!event.isTrusted) return;
      event.stopImmediatePropagation();
      line.heard = performance.now();
      held.push(event.data);
      if (document.hidden || heard++ < AHEAD) give();
      else timer ||= setTimeout(giveInTime, 1, 0);
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
