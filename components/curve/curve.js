// Puts the server's drawings into the page. The sentence stays the same element, so that its changes are announced.
function parse(svg) {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement
  root.querySelectorAll("script, foreignObject, a, style").forEach((bad) => bad.remove())
  return document.importNode(root, true)
}

export default function ({ data, parentElement }) {
  parentElement.querySelector(".drawings").replaceChildren(...data.svgs.map(parse))
  const status = parentElement.querySelector("[role=status]")
  if (status.textContent !== data.finding) status.textContent = data.finding
}
