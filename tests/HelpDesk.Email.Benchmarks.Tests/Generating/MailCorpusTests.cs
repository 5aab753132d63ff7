using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Benchmarks.Generating;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Benchmarks.Tests.Generating;

public class MailCorpusTests
{
    // Figures of different days can be compared only as long as the mails are the same. Whoever changes the generator knows.
    private const string HashOfAHundred = "b69fbfdc30f9fb14c693452895750b6259dd3f45f60f270dfd1e465be9ed5a99";

    private static readonly IReadOnlyList<GeneratedMail> Hundred = MailCorpus.Make(100);

    [Fact]
    public void The_same_seed_makes_the_same_octets_on_every_machine()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var mail in Hundred)
            hash.AppendData(mail.Octets);
        Assert.Equal(HashOfAHundred, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    [Fact]
    public void Another_seed_makes_other_mails() =>
        Assert.NotEqual(Hundred[0].Octets, MailCorpus.Make(100, seed: 1)[0].Octets);

    [Fact]
    public void A_corpus_has_the_mix_that_it_says()
    {
        var counts = Hundred.CountBy(mail => mail.Sort).ToDictionary();
        Assert.Equal(70, counts[MailSort.Reply]);
        Assert.Equal(15, counts[MailSort.File]);
        Assert.Equal(5, counts[MailSort.Plain]);
        Assert.Equal(5, counts[MailSort.Automatic]);
        Assert.Equal(5, counts[MailSort.Bounce]);
    }

    [Fact]
    public void Answers_are_of_21_kB_and_quote_their_history()
    {
        var answers = MailCorpus.MakeOf(MailSort.Reply, 40);
        Assert.InRange(answers.Average(mail => mail.Octets.Length), 20_000, 24_000);
        Assert.InRange(answers.Average(mail => MailReader.Read(mail.Octets).HtmlBody!.Length), 11_500, 13_500);
        Assert.All(answers, mail =>
        {
            var document = MailReader.Read(mail.Octets);
            Assert.Equal("multipart/alternative", document.Root.MediaType.Full);
            Assert.Contains("\n>", document.TextBody, StringComparison.Ordinal);
            Assert.Empty(document.Defects);
        });
    }

    [Fact]
    public void Files_are_of_200_to_800_kB() =>
        Assert.All(Hundred.Where(mail => mail.Sort == MailSort.File), mail =>
            Assert.InRange(Assert.Single(MailReader.Read(mail.Octets).Attachments).DecodedLength(), 200_000, 800_000));

    [Fact]
    public void Lines_are_no_longer_than_mail_allows() =>
        Assert.All(Hundred, mail => Assert.All(Encoding.Latin1.GetString(mail.Octets).Split("\r\n"), line => Assert.InRange(line.Length, 0, 998)));
}
