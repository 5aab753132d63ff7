using System.Text.Json;
using HelpDesk.Email.Corpus.Tests.Corpora;
using HelpDesk.Email.Explaining;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Corpus.Tests.Parsing;

/// <summary>Mails of many programs, and damaged ones, against what another parser made of them.</summary>
public sealed class StructureScoreTests(ITestOutputHelper output)
{
    private readonly Score _from = new("stalwart-mime from", 100);
    private readonly Score _recipients = new("stalwart-mime recipients", 100);
    private readonly Score _subject = new("stalwart-mime subject", 100);
    private readonly Score _text = new("stalwart-mime text", 95.8);
    private readonly Score _attachments = new("stalwart-mime attachments", 97.5);
    private readonly Score _names = new("stalwart-mime attachment names", 100);

    [Fact]
    public async Task Mails_of_many_programs_are_taken_apart_as_expected()
    {
        foreach (var item in CorpusFolder.Cases("stalwart-mime"))
        {
            var mail = await Explained.MailAsync(item, TestContext.Current.CancellationToken);
            Assert.Null(mail.NoMailReason);
            _from.Add(SameBoxes(item, "from", mail.From is null ? [] : [mail.From]), $"{item.Id} {mail.From}");
            _recipients.Add(SameBoxes(item, "to", mail.To) && SameBoxes(item, "cc", mail.Cc), $"{item.Id} {string.Join(", ", mail.To.Concat(mail.Cc))}");
            _subject.Add(GoldenText.Same(item.Text("subject"), mail.Subject), $"{item.Id} {mail.Subject}");
            CompareContent(item, mail);
        }

        foreach (var score in (Score[])[_from, _recipients, _subject, _text, _attachments, _names])
        {
            score.Check(output);
        }
    }

    private void CompareContent(CorpusCase item, MailExplanation mail)
    {
        var golden = item.Expected.GetProperty("attachments").EnumerateArray().Select(attachment => new GoldenAttachment(attachment)).ToList();
        // What the other parser finds damaged it lists as a nameless attachment, even the body: here it is shown.
        var shown = item.Is("any_encoding_problem") ? golden.Where(attachment => attachment.NamelessText is not null).ToList() : [];
        if (item.Texts("text_bodies").Any() || shown.Count > 0 || !item.Texts("html_bodies").Any())
        {
            var expected = string.Join('\n', item.Texts("text_bodies").Concat(shown.Select(attachment => attachment.NamelessText!)));
            _text.Add(GoldenText.Same(GoldenText.WithoutFiles(expected), mail.Text), $"{item.Id} {mail.Text}");
        }
        else
        {
            _text.Add(mail.Text.Length > 0, $"{item.Id} has no text");
        }

        var document = MailReader.Read(File.ReadAllBytes(item.File));
        var left = mail.Attachments.Zip(document.Attachments).ToList();
        foreach (var wanted in golden)
        {
            var found = left.FindIndex(pair => wanted.Is(pair.First, pair.Second));
            _attachments.Add(found >= 0 || (shown.Contains(wanted) && GoldenText.Holds(mail.Text, wanted.NamelessText!)), $"{item.Id} {wanted}");
            if (found >= 0)
            {
                _names.Add(wanted.HasNameOf(left[found].First), $"{item.Id} {wanted} {left[found].First.FileName} {left[found].First.ContentType}");
                left.RemoveAt(found);
            }
        }
    }

    private static bool SameBoxes(CorpusCase item, string key, IReadOnlyList<MailAddressBox> boxes)
    {
        List<JsonElement> golden = item.Expected.TryGetProperty(key, out var list) ? [.. list.EnumerateArray()] : [];
        return golden.Count == boxes.Count && golden.Zip(boxes).All(pair =>
            Text(pair.First, "address") == pair.Second.Address && GoldenText.Same(Text(pair.First, "name"), pair.Second.Name));
    }

    private static string? Text(JsonElement box, string key) => box.TryGetProperty(key, out var value) ? value.GetString() : null;
}
