// A browser takes in a number field the marks of its own language alone: an English one made 15 of “1,5” on a German page.
// So where the page's language has a decimal comma, one that the browser would drop goes in as the point that it knows.
(() => {
  const root = document.documentElement;
  if (root.dataset.llDecimalComma) return;
  root.dataset.llDecimalComma = "watched";
  const hasComma = () => (1.5).toLocaleString(root.lang || "en").includes(",");
  const put = (words) => words && document.execCommand("insertText", false, words);
  // Puts a comma in, and whether it is there: a digit behind it shows what became of it, and goes again.
  const takes = (field) => {
    put(",1");
    const taken = field.value.includes(".");
    document.execCommand("delete");
    return taken;
  };
  let ours = false, key = ""; // WebKit tells of a comma that it drops without its sign
  document.addEventListener("keydown", (event) => { key = event.key }, true);
  document.addEventListener("beforeinput", (event) => {
    const { target, data } = event, said = data === "" && key === "," ? key : data ?? "", parts = said.split(",");
    if (ours || target.type !== "number" || parts.length !== 2 || target.value.includes(".") || !hasComma()) return;
    event.preventDefault();
    ours = true;
    put(parts[0]);
    if (!takes(target)) put(".");
    put(parts[1]);
    ours = false;
  }, true);
})();
