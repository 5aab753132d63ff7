using System.Text.Json;
using HelpDesk.Email.Corpus.Tests.Corpora;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Corpus.Tests.Bounces;

public sealed class SisimaiTests(ITestOutputHelper output)
{
    private readonly Score _kind = new("sisimai kind", 99.7);
    private readonly Score _dead = new("sisimai addressInvalid", 94.4);
    private readonly Score _permanent = new("sisimai permanent", 100);
    private readonly Score _recipient = new("sisimai recipient", 98.2);
    private readonly Score _messageId = new("sisimai original Message-ID", 99.1);

    [Fact]
    public async Task Bounces_of_many_systems_are_understood()
    {
        foreach (var corpusCase in CorpusFolder.Cases("sisimai"))
        {
            var mail = await Explained.MailAsync(corpusCase, TestContext.Current.CancellationToken);
            var expected = corpusCase.Expected;
            var wanted = expected.GetProperty("class").GetString();
            _kind.Add(IsKind(wanted!, mail.Classification.Kind), $"{corpusCase.Id} {mail.Classification.Kind} {mail.Subject}");
            if (wanted is "normal" or "auto-reply" || !expected.TryGetProperty("golden", out var golden))
            {
                continue;
            }

            var recipients = expected.TryGetProperty("recipients", out var list) && list.GetArrayLength() == golden.GetArrayLength() && wanted == "bounce"
                ? list.EnumerateArray().ToList()
                : [];
            foreach (var (index, entry) in golden.EnumerateArray().Index())
            {
                Compare(corpusCase.Id, mail.DeliveryReport, entry, index < recipients.Count ? recipients[index] : null, index);
            }
        }

        foreach (var score in (Score[])[_kind, _dead, _permanent, _recipient, _messageId])
        {
            score.Check(output);
        }
    }

    private void Compare(string id, DeliveryReport? report, JsonElement golden, JsonElement? expected, int index)
    {
        var address = golden.GetProperty("recipient").GetString();
        var recipient = report?.Recipients.FirstOrDefault(found => string.Equals(found.Address, address, StringComparison.OrdinalIgnoreCase));
        _recipient.Add(recipient is not null, $"{id} {address}");
        if (golden.TryGetProperty("messageid", out var messageId))
        {
            _messageId.Add(report?.OriginalMessageId == $"<{messageId.GetString()}>", $"{id} {messageId.GetString()} {report?.OriginalMessageId}");
        }

        if (expected is not { } facts)
        {
            return;
        }

        recipient ??= report?.Recipients.ElementAtOrDefault(index);
        _dead.Add((recipient?.AddressInvalid ?? false) == facts.GetProperty("hard_bounce").GetBoolean(), $"{id} {facts.GetProperty("reason").GetString()} {recipient?.Diagnostic}");
        if (ClassOf(facts) is { } digit)
        {
            _permanent.Add((recipient?.Permanent ?? false) == (digit == '5'), $"{id} {digit} {recipient?.Status} {recipient?.Diagnostic}");
        }
    }

    // Codes of the form x.0.9xx are the other project's own and stand in no mail.
    private static char? ClassOf(JsonElement facts)
    {
        var status = facts.GetProperty("status").GetString();
        var made = status is null || (status.Split('.') is [_, "0", { Length: 3 }]);
        return made ? facts.GetProperty("reply_code").GetString()?[0] : status![0];
    }

    private static bool IsKind(string wanted, MailKind kind) => wanted switch
    {
        "bounce" => kind is MailKind.Bounce or MailKind.DeliveryDelay,
        "feedback-loop" => kind is MailKind.FeedbackReport,
        "delivery-notice" => kind is MailKind.DeliverySuccess,
        "auto-reply" => kind is MailKind.AutoReply or MailKind.OutOfOffice,
        _ => kind is MailKind.Human,
    };
}
