using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>What becomes of the octets.</summary>
internal static class OctetRules
{
    public static IReadOnlyList<Rule<OutboundTransportTrial>> All { get; } =
    [
        new(
            "Octets_arrive_as_they_were_sent",
            "The octets are final: blanks at line ends, empty lines, folded fields and lines of 998 octets stay as they are.",
            async trial =>
            {
                var mail = trial.Mail($"blanks at the end  \r\n\ttab\t\r\n\r\n\r\nFrom here\r\n{new string('x', 998)}\r\n=3D =\r\n--\r\n \r\n\r\n\r\n");
                await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                await trial.ExpectArrivedAsync(mail).ConfigureAwait(false);
            }),
        new(
            "Lines_that_begin_with_dots_arrive_with_their_dots",
            "Where dots are doubled on the way (RFC 5321 section 4.5.2), double each at a line start and no other, wherever a piece that was read ends.",
            async trial =>
            {
                // Dots at every place of a piece: lines of three octets, and of one more now and then.
                var body = ".\r\n..\r\n...\r\n. x\r\n.x.\r\nx.\r\n" + string.Concat(Enumerable.Range(0, 70_000).Select(i => i % 7 == 0 ? "..\r\n" : ".\r\n")) + ".end\r\n";
                var mail = trial.Mail(body);
                await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                await trial.ExpectArrivedAsync(mail).ConfigureAwait(false);
            }),
        new(
            "Octets_above_127_arrive_or_the_mail_is_refused",
            "Send them as they are. Where the other side does not take them, refuse the mail for good, say why, and send nothing: never change or lose them.",
            async trial =>
            {
                var mail = trial.Mail($"{string.Concat(Enumerable.Range(128, 128).Select(i => (char)i))}\r\n");
                var result = await trial.SendAsync(mail).ConfigureAwait(false);
                if (trial.Fixture.TakesEightBit)
                {
                    ResultShape.CheckAll(result, RecipientStatus.Accepted);
                    await trial.ExpectArrivedAsync(mail).ConfigureAwait(false);
                }
                else
                {
                    ResultShape.CheckAll(result, RecipientStatus.Rejected);
                    await trial.ExpectNothingAsync().ConfigureAwait(false);
                }
            }),
        new(
            "A_last_line_without_an_end_loses_nothing",
            "The last line may lack its CR LF; it arrives whole, and may be given one on the way.",
            async trial =>
            {
                var mail = trial.Mail("one\r\n.the last line");
                await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                await trial.ExpectArrivedAsync(mail).ConfigureAwait(false);
            }),
        new(
            "A_mail_without_a_body_arrives",
            "Nothing follows the empty line behind the header.",
            async trial =>
            {
                var mail = trial.Mail(string.Empty);
                await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                await trial.ExpectArrivedAsync(mail).ConfigureAwait(false);
            }),
    ];
}
