// Puts the server's drawings into the page. The sentence stays the same element, so that its changes are announced.
export default function ({ data, parentElement }) {
  parentElement.querySelector(".drawings").replaceChildren(...data.svgs.map(parse))
  const status = parentElement.querySelector("[role=status]")
  if (status.textContent !== data.finding) status.textContent = data.finding
}
