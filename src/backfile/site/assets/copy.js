(function () {
  var story = document.querySelector && document.querySelector('[data-copy-line]');
  if (!story || !document.addEventListener || !window.getSelection) { return; }
  document.addEventListener('copy', function (event) {
    var chosen = window.getSelection(), words = String(chosen), line = story.getAttribute('data-copy-line');
    if (words.length < 60 || !event.clipboardData || !chosen.rangeCount) { return; }
    if (!story.contains(chosen.anchorNode) && !story.contains(chosen.focusNode)) { return; }
    var holder = document.createElement('div'), last = document.createElement('p');
    holder.appendChild(chosen.getRangeAt(0).cloneContents());
    last.appendChild(document.createTextNode(line));
    holder.appendChild(last);
    event.clipboardData.setData('text/plain', words + '\n\n' + line);
    event.clipboardData.setData('text/html', holder.innerHTML);
    event.preventDefault();
  });
})();
