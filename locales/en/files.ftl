# A file that did not open: what happened and what to do.
files-unreadable = 📎 The file you sent with your entry of { DAY($day) } could not be opened: it may have been damaged on its way. { $state ->
    [draft] Please send it once more from your gallery, as a photo.
   *[other] Your mentor sees the entry all the same. To add the picture, open the entry, take it back and send the picture as a photo.
}
files-not-image = 📎 The file you sent with your entry of { DAY($day) } turned out not to be a picture. { $state ->
    [draft] Please choose the picture in your gallery and send it as a photo.
   *[other] Your mentor sees the entry all the same. To add the picture, open the entry, take it back and send the picture as a photo.
}
files-too-large = 📎 The picture you sent with your entry of { DAY($day) } is too big: it is kept, but skips the automatic check. { $state ->
    [draft] Send it as a photo, not as a file: Telegram makes it smaller by itself.
   *[other] Your mentor sees the entry all the same. Next time send it as a photo, not as a file: Telegram makes it smaller by itself.
}
files-button-more = 📎 Send it again
files-button-show = 📖 Open the entry
