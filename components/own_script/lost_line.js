// Says in our words that the server does not answer. Streamlit's own dialog names a script that visitors do not have,
// asks about their internet connection, and does not say that the page goes on by itself. Only text is changed, since
// React keeps the nodes. What a proxy answers in the server's place is shown below our sentence, and so is what a
// refusal (403) means. While the dialog is open, the line at the foot of the page (silent_line.js) does not repeat it.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.llLine) return;
  app.dataset.llLine = "watched";
  const TITLE = "Connection error", CONNECTING = "Connecting", COMMAND = "streamlit run yourscript.py";
  const HERE = "Is Streamlit still running?", AWAY = "Streamlit server is not responding.";
  const LATE = "Connection timed out.", STATUS = /^Connection failed with status (\d+)/;
  const put = (node, theirs, ours) => {
    if (node?.nodeType === Node.TEXT_NODE && node.data !== ours && node.data.startsWith(theirs)) node.data = ours;
  };
  const look = () => {
    const words = JSON.parse([...document.querySelectorAll("[data-ll-line-lost]")].at(-1).dataset.llLineLost);
    put(document.querySelector('[data-testid="stConnectionStatus"] label')?.firstChild, CONNECTING, words.connecting);
    const titles = [...document.querySelectorAll('[role="dialog"] > h2[slot="title"]')];
    const own = titles.filter((title) => [TITLE, words.title].includes(title.textContent));
    document.body.toggleAttribute("data-ll-told", own.length > 0);
    for (const title of own) {
      const body = title.nextElementSibling;
      put(title.firstChild, TITLE, words.title);
      const said = body.firstElementChild?.firstChild, [failed, status] = STATUS.exec(said?.data) ?? [];
      put(said, HERE, words.here);
      put(said, AWAY, words.away);
      put(said, LATE, words.away);
      if (failed) put(said, failed, words.status.replace("{status}", status));
      put(body.querySelector("pre code")?.firstChild, COMMAND, words.command);
    }
  };
  const dialogs = new MutationObserver(look);
  const line = () => {
    dialogs.disconnect();
    document.body.removeAttribute("data-ll-told");
    if (app.dataset.testConnectionState === "CONNECTED") return;
    dialogs.observe(document.body, { childList: true, subtree: true, characterData: true });
    look();
  };
  new MutationObserver(line).observe(app, { attributeFilter: ["data-test-connection-state"] });
})();
