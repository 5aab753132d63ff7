using System.Text;
using HelpDesk.Email.Classification;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Reading;

namespace HelpDesk.Email.Tests.Bounces;

public sealed class FreeFormBounceTests
{
    private static readonly Dictionary<string, string> Mails = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Bounces", "FreeForm"), "*.txt").Order(StringComparer.Ordinal)
        .SelectMany(file => ("\n" + File.ReadAllText(file)).Split("\n=== ").Skip(1))
        .ToDictionary(block => block[..block.IndexOf('\n', StringComparison.Ordinal)], block => block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..]);

    public static TheoryData<string> Names => [.. Mails.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bounce_in_no_standard_form_is_understood(string name)
    {
        var wanted = name.Split('|');
        var mail = InboundMailReader.Read(MailContent.FromOctets(Encoding.UTF8.GetBytes(Mails[name])));

        Assert.Equal(wanted[1], MailClassifier.Classify(mail, null).Kind.ToString(), ignoreCase: true);
        if (wanted[2].Length == 0)
        {
            return;
        }

        var recipient = mail.DeliveryReport!.Recipients.Single(found => string.Equals(found.Address, wanted[2], StringComparison.OrdinalIgnoreCase));
        AssertIs(wanted[3], "p", recipient.Permanent);
        AssertIs(wanted[4], "i", recipient.AddressInvalid);
        if (wanted[5].Length > 0)
        {
            Assert.Equal(wanted[5], mail.DeliveryReport.OriginalMessageId);
        }
    }

    private static void AssertIs(string wanted, string yes, bool actual)
    {
        if (wanted.Length > 0)
        {
            Assert.Equal(wanted == yes, actual);
        }
    }
}
