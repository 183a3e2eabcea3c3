// Says in our words that the server does not answer. Streamlit's own dialog names a script that nobody has, asks whether
// there is an internet, and does not say that the page goes on by itself. React keeps the nodes whose text is changed.
(() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.llLine) return;
  app.dataset.llLine = "watched";
  const HERE = "streamlit run yourscript.py";
  const put = (node, text) => { if (node?.nodeType === Node.TEXT_NODE && node.data !== text) node.data = text; };
  const look = () => {
    const words = JSON.parse([...document.querySelectorAll("[data-ll-line-lost]")].at(-1).dataset.llLineLost);
    put(document.querySelector('[data-testid="stConnectionStatus"] label')?.firstChild, words.connecting);
    for (const title of document.querySelectorAll('[role="dialog"] > h2[slot="title"]')) {
      if (title.textContent !== "Connection error" && !title.dataset.llLost) continue;
      title.dataset.llLost = "";
      const said = title.nextElementSibling.firstElementChild, code = title.nextElementSibling.querySelector("pre code");
      const isHere = [HERE, words.command].includes(code?.textContent);
      put(title.firstChild, words.title);
      put(said.firstChild, isHere ? words.here : words.away);
      if (isHere) put(code.firstChild, words.command);
      else if (code) code.closest('[data-testid="stErrorCodeBlock"]').hidden = true;
    }
  };
  const dialogs = new MutationObserver(look);
  const line = () => {
    dialogs.disconnect();
    if (app.dataset.testConnectionState === "CONNECTED") return;
    dialogs.observe(document.body, { childList: true, subtree: true, characterData: true });
    look();
  };
  new MutationObserver(line).observe(app, { attributeFilter: ["data-test-connection-state"] });
})();
