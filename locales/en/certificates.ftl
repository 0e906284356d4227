# Certificates: one’s own, the operator’s desk, verification by anyone.
certificate-card =
    🏅 <b>{ $level }</b>
    No. <code>{ $number }</code>
    { $name }
    { $state }
certificate-state-valid = ✅ Valid
certificate-state-replaced = 🔁 Replaced by a new one
certificate-state-revoked = ⛔ Withdrawn
certificate-being-made = { $reader ->
    [own] 🖨 The certificate is being printed. It comes to this chat when it is ready.
   *[other] 🖨 The certificate is being printed.
}
certificate-initials = Whoever verifies it sees only your child’s initials.
certificate-named = Whoever verifies it sees your child’s full name.
certificate-name-now = { $reader ->
    [own] ✏️ Your name is now { $name }, and the certificate has another one. Ask your centre to have it replaced.
   *[other] ✏️ The name is now: { $name }
}
certificate-button-show = 🏅 Open
certificate-button-paper = 📄 Get the certificate
certificate-button-name = 👁 Show the name
certificate-button-unname = 🙈 Show initials only
certificate-button-replace = 🔁 Replace with the new name
certificate-button-revoke = ⛔ Withdraw it
certificate-button-signature = ✍️ Signature
certificate-button-seal = 🔵 Seal
certificate-button-remove = 🗑 Remove it
certificate-paper = { $reader ->
    [own] 📄 Your certificate. Print it, and hang it on the wall if you like.
   *[other] 📄 The certificate. Print it, and hang it on the wall if you like.
}
certificate-replaced-now = 🔁 A new certificate is issued; the old one is shown as replaced.
certificate-ask-reason =
    ⛔ <b>Why is the certificate withdrawn?</b>

    Write the reason: its holder reads it. This cannot be undone. At most { $most } characters.
certificate-revoked-now = ⛔ <b>Certificate { $number } is withdrawn.</b> Its holder has been told.
certificates-own = 🏅 <b>Your certificates</b>
certificates-none = 🏅 You have no certificate yet. It appears here when you complete a level and are awarded.
certificate-desk =
    🏅 <b>Certificates</b>

    Write a certificate’s number or its holder’s name. Signature and seal stand on what is printed from then on.
certificate-not-found = 🔍 Nothing was found. Try the number or the name in another way.
certificate-found-more = The first { $most } are shown. To find the others, write more.
certificate-ask-signature =
    ✍️ <b>Signature</b>

    Send a clear photo of the signature on white paper. The paper goes, the ink stays.
certificate-ask-seal =
    🔵 <b>Seal</b>

    Send a clear photo of the seal on white paper. The paper goes, the ink stays.
certificate-picture-taken = ⏳ The picture is being prepared. I will tell you when it is ready.
notice-signature-ready = ✍️ <b>The signature is ready.</b> It stands on every certificate from now on.
notice-signature-unreadable = ⚠️ <b>The picture of the signature could not be opened.</b> Send it again as JPG or PNG.
notice-seal-ready = 🔵 <b>The seal is ready.</b> It stands on every certificate from now on.
notice-seal-unreadable = ⚠️ <b>The picture of the seal could not be opened.</b> Send it again as JPG or PNG.
notice-certificate-ready =
    🎉 <b>Congratulations! Your certificate is ready</b>
    { $level }, No. <code>{ $number }</code>

    { $gives }
notice-certificate-revoked = { $reader ->
    [own] ⛔ <b>Your certificate { $number } has been withdrawn.</b>
   *[other] ⛔ <b>Your child’s certificate { $number } has been withdrawn.</b>
}
notice-certificate-revoked-means = Whoever verifies it is told that it was withdrawn, and the badge of this level holds no more. The journal and all that was done stay. If you think it is a mistake, write to the centre.
notice-certificate-replaced =
    🔁 <b>A new certificate is ready: the name is mended</b>
    { $level }, { $number }

    Whoever verifies the earlier one is told that it was replaced. Show this one from now on.
certificates-wards = 🏅 <b>Your child’s certificates</b>
certificate-button-link = 🔗 Link to verify it
certificate-verify-words = Certificate { $number }. Open the link and write this number and the holder’s surname: it says whether the certificate holds.
verify-ask =
    🔎 <b>Verify a certificate</b>

    Write the certificate’s number and its holder’s surname in one message. For example: <i>ET-2026-B-000012 Sarsen</i>
mistake-verify = ⚠️ Write the number, a space and the surname. For example: <i>ET-2026-B-000012 Sarsen</i>
verify-valid = ✅ <b>The certificate is valid</b>
verify-replaced = 🔁 <b>This certificate was replaced by a new one</b>
verify-revoked = ⛔ <b>This certificate was withdrawn</b>
verify-name = Holder: <b>{ $name }</b>
verify-no-name = The holder’s data have been erased.
verify-facts = { $level }, { $year }
verify-unknown =
    🔍 <b>There is no such certificate</b>

    Write the number and the surname again as they are printed.
refused-verify-tries = ⏳ The pair did not match { $most } times. Try again in { $minutes } minutes, or scan the QR code on the certificate.
refused-certificate-not-complete = ⚠️ The level is not complete: no certificate is issued.
refused-certificate-no-name = ⚠️ The participant’s name is not known: no certificate is issued.
refused-certificate-held = ⚠️ They hold the badge of this level already. No level is awarded twice.
refused-certificate-same-name = ⚠️ The name has not changed: the certificate is valid as it is.
refused-certificate-ended = ⚠️ This certificate does not hold any more: it was replaced or withdrawn.
refused-certificate-reason = ⚠️ Write the reason in your own words, at most { $most } characters.
menu-button-certificates = 🏅 My certificates
menu-button-certificate-desk = 🏅 Certificates
menu-button-verify = 🔎 Verify a certificate
command-verify = verify a certificate
mydata-certificate = Certificate
certificate-button-badge = 🎖 Digital badge
certificate-badge = 🎖 Your digital badge (Open Badges 3.0). No name is on the picture; upload the file to a portal as it is.
public-title = Verify a certificate
public-number = Certificate number
public-surname = Holder’s surname
public-verify = Verify
