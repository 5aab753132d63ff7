using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace HelpDesk.Email.Mime.Tests.Writing;

/// <summary>What is written is read back equal, whatever it holds.</summary>
public sealed class RoundTripProperties
{
    private static readonly MailDraft Draft = new()
    {
        From = [new MailAddressBox("support@example.test", null)],
        Date = DateTimeOffset.UnixEpoch,
        MessageId = "<1@example.test>",
    };

    // Text as people and programs send it: words in several scripts, marks that mean something to a mail reader, and any character.
    private static readonly string[] Tricky =
    [
        " ", "  ", "\t", ",", ";", ":", "\"", "\\", "<", ">", "(", ")", "@", "=", "?", "=?", "?=", "=?utf-8?q?x?=", "_", "%41", "'", "''", "*0*", "--", "--=_", "-- ",
        ">", "> ", ">>", "From ", ".", "é", "日本", "😀", "\u0301", "\ufeff", "\u200f", "\ud83d", "\r\n", "\n", "\r", "\0", "\u0085", "\u2028", "word", "A", "1", "C:\\a",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(
            Gen.Elements(Tricky),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get),
            ArbMap.Default.GeneratorFor<char>().Select(c => c.ToString()),
            Gen.Choose(1, 120).Select(length => new string('x', length)),
            Gen.Choose(1, 60).Select(length => new string('ü', length)))
        .ListOf().Select(string.Concat);

    private static readonly Gen<string> Addresses =
        from local in Gen.Elements("ann", "ann.example", "a+b", "x=y", "o'neil", "\"ann example\"", "\"a\\\"b\"", "a{b}|c")
        from domain in Gen.Elements("example.test", "sub.example.test", "[192.0.2.1]", "xn--bcher-kva.test", "a-b.test")
        select local + "@" + domain;

    private static void Holds<T>(Gen<T> values, Func<T, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay((ulong)20261121, (ulong)7), Prop.ForAll(Arb.From(values), property));

    private static MailDocument RoundTrip(MailDraft draft, MailComposerOptions? options = null)
    {
        var octets = MailComposer.Compose(draft, options);
        foreach (var line in Encoding.Latin1.GetString(octets).Split("\r\n"))
        {
            Assert.InRange(line.Length, 0, 998);
            Assert.DoesNotContain('\r', line);
            Assert.DoesNotContain('\n', line);
        }

        var document = MailReader.Read(octets);
        Assert.Empty(document.Defects);
        Assert.Equal("<1@example.test>", document.MessageId);
        return document;
    }

    /// <summary>What a header value may keep: one line, no controls, whole characters.</summary>
    private static string OneLine(string text)
    {
        var line = new StringBuilder();
        var inBreak = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n' or '\t' or 0x85 or 0x2028 or 0x2029 or '\v' or '\f')
            {
                if (!inBreak)
                    line.Append(' ');
                inBreak = true;
            }
            else if (!Rune.IsControl(rune) && rune.Value != 0xfeff)
            {
                line.Append(rune.ToString());
                inBreak = false;
            }
        }

        return line.ToString();
    }

    private static string Lines(string text) => string.Concat(
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "", StringComparison.Ordinal).EnumerateRunes().Select(rune => rune.ToString()));

    [Fact]
    public void Any_subject_comes_back() => Holds(AnyText, subject =>
    {
        Assert.Equal(OneLine(subject).Trim(' '), RoundTrip(Draft with { Subject = subject }).Subject);
        return true;
    });

    [Fact]
    public void Any_names_and_addresses_come_back() => Holds(Gen.Zip(Addresses, AnyText).ListOf(), boxes =>
    {
        List<MailAddressBox> written = [.. boxes.Select(box => new MailAddressBox(box.Item1, box.Item2))];
        var expected = written.Select(box => box with { Name = OneLine(box.Name!).Trim(' ') is { Length: > 0 } name ? name : null });
        Assert.Equal(expected, RoundTrip(Draft with { To = written, Cc = written }).To);
        return true;
    });

    [Fact]
    public void Any_text_comes_back_but_for_blanks_at_line_ends() => Holds(AnyText, text =>
    {
        // A mark at the start of a text is no character of it.
        var expected = string.Join('\n', Lines(text).TrimStart('\ufeff').Split('\n').Select(line => line.TrimEnd(' ')));
        var read = RoundTrip(Draft with { TextBody = text, HtmlBody = "<p>x</p>" }).TextBody!.TrimStart('\ufeff');
        Assert.Equal(expected, string.Join('\n', read.Split('\n').Select(line => line.TrimEnd(' '))));
        return true;
    });

    [Fact]
    public void Any_text_comes_back_whole_where_it_does_not_flow() => Holds(AnyText, text =>
    {
        var written = Lines(text);
        var read = RoundTrip(Draft with { TextBody = text, HtmlBody = "<p>x</p>" }, new MailComposerOptions { FlowedText = false }).TextBody;
        Assert.Equal(written.TrimStart('\ufeff'), read?.TrimStart('\ufeff'));
        return true;
    });

    [Fact]
    public void Any_html_comes_back() => Holds(AnyText, html =>
    {
        var read = RoundTrip(Draft with { TextBody = "x", HtmlBody = "<p>" + html }).HtmlBody;
        Assert.Equal("<p>" + Lines(html), read);
        return true;
    });

    [Fact]
    public void Any_file_comes_back_with_any_name() => Holds(Gen.Zip(AnyText, ArbMap.Default.GeneratorFor<byte[]>()), file =>
    {
        var (name, content) = file;
        var document = RoundTrip(Draft with { TextBody = "x", Attachments = [new DraftAttachment(name, "application/octet-stream", content)] });
        var part = Assert.Single(document.Attachments);
        var expected = OneLine(name);
        Assert.Equal(string.IsNullOrWhiteSpace(expected) ? null : expected, part.FileName);
        Assert.Equal(content, Written.Content(part));
        return true;
    });

    [Fact]
    public void Any_extra_header_comes_back() => Holds(AnyText, value =>
    {
        Assert.Equal(OneLine(value).Trim(' '), RoundTrip(Draft with { ExtraHeaders = [new("X-Extra", value)] }).Headers.First("x-extra")?.Value);
        return true;
    });

    [Fact]
    public void Any_date_comes_back_to_the_second() => Holds(
        Gen.Zip(Gen.Choose(0, int.MaxValue), Gen.Choose(-14 * 60, 14 * 60)),
        date =>
        {
            var written = DateTimeOffset.FromUnixTimeSeconds(date.Item1).ToOffset(TimeSpan.FromMinutes(date.Item2));
            Assert.Equal(written.ToString("o", CultureInfo.InvariantCulture), RoundTrip(Draft with { Date = written }).Date?.ToString("o", CultureInfo.InvariantCulture));
            return true;
        });
}
