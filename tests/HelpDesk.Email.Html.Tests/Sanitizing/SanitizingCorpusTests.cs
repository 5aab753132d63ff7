using System.Globalization;
using System.Text.Json;

namespace HelpDesk.Email.Html.Tests.Sanitizing;

public class SanitizingCorpusTests(ITestOutputHelper output)
{
    // A floor only ever rises.
    private const double TextFloor = 100;

    [Theory]
    [InlineData("sanitise-dompurify")]
    [InlineData("sanitise-htmlsanitizer")]
    public void No_attack_of_the_corpus_leaves_anything_behind(string set)
    {
        foreach (var file in SanitizingCorpus.Files(set))
        {
            var safe = SafeHtml.Sanitize(File.ReadAllText(file));
            Assert.True(Safety.Breaches(safe) is [], file);
            Assert.True(safe == Reparsed.Write(safe), file);
            Assert.True(safe == SafeHtml.Sanitize(safe), file);
        }
    }

    [Fact]
    public void Text_that_others_let_through_is_kept()
    {
        var (count, lost) = (0, new List<string>());
        foreach (var file in SanitizingCorpus.Files("sanitise-dompurify").Concat(SanitizingCorpus.Files("sanitise-htmlsanitizer")))
        {
            using var expected = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")));
            var texts = expected.RootElement.GetProperty("expected").GetProperty("outputs").EnumerateArray().Select(html => Words(html.GetString()!)).ToList();
            if (texts.Exists(text => text.Length == 0)) continue;
            count++;
            var kept = Words(SafeHtml.Sanitize(File.ReadAllText(file)));
            if (!texts.Exists(text => kept.Contains(text, StringComparison.OrdinalIgnoreCase))) lost.Add($"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}: {kept} for {texts[0]}");
        }

        var percent = 100.0 * (count - lost.Count) / count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"text kept: {count - lost.Count}/{count} = {percent:F1} % (floor {TextFloor:F1} %)"));
        Assert.True(percent >= TextFloor, string.Join('\n', lost));
    }

    // What a reader sees: no style sheets nor what stands in a frame, and white space is the layout's.
    private static string Words(string html)
    {
        var body = Reparsed.Body(html);
        foreach (var unseen in body.QuerySelectorAll("style, script, iframe")) unseen.Remove();
        return string.Concat(body.TextContent.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
    }
}
