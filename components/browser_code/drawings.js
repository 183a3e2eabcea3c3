// A drawing of the server as an element of the page, without anything that could run or restyle it.
function parse(svg) {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement
  root.querySelectorAll("script, foreignObject, a, style").forEach((bad) => bad.remove())
  return document.importNode(root, true)
}
