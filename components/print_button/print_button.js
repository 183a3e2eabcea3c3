export default ({ data, parentElement }) => {
  const button = parentElement.querySelector("button")
  button.lastChild.textContent = data.word
  button.onclick = () => window.print()
}
