using System.Text;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Tests.Monitoring;

public sealed class KnownMailsTests
{
    private const string Named = "From: ann@a.test\r\nMessage-ID: <1@a.test>\r\n\r\nIt burns.\r\n";
    private const string Nameless = "From: ann@a.test\r\n\r\nIt burns.\r\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mails_are_found_by_the_Message_ID_of_a_part_of_their_header()
    {
        using var store = await StoreAsync();
        var found = await new KnownMails("support", store.Journal).FindAsync(
            [Octets("Message-ID:\r\n <1@a.test>\r\n\r\n"), Octets("Message-ID: <2@a.test>\r\n\r\n"), Octets("\r\n")],
            Cancellation);
        Assert.Equal([1, 0, 0], found.Select(mails => mails.Count));
        Assert.Equal(new(Named.Length, Content(Named).Hash) { Receipt = "a" }, found[0][0]);
    }

    [Theory]
    [InlineData(Named, true)]
    [InlineData(Nameless, true)]
    [InlineData(Named + "!", false)]
    [InlineData(Nameless + "!", false)]
    public async Task Mails_are_known_by_their_octets_with_a_Message_ID_or_without(string text, bool isKnown)
    {
        using var store = await StoreAsync();
        Assert.Equal(isKnown, await new KnownMails("support", store.Journal).ContainsAsync(Content(text), Cancellation));
    }

    [Fact]
    public async Task What_another_mailbox_knows_is_not_known_here()
    {
        using var store = await StoreAsync();
        var known = new KnownMails("sales", store.Journal);
        Assert.Empty((await known.FindAsync([Octets(Named)], Cancellation))[0]);
        Assert.False(await known.ContainsAsync(Content(Named), Cancellation));
    }

    private static async Task<InMemoryMailStore> StoreAsync()
    {
        var store = new InMemoryMailStore(TimeProvider.System);
        await store.Journal.AppendAsync([Row("a", Named), Row("b", Nameless)], Cancellation);
        return store;
    }

    private static NewJournalEntry Row(string receipt, string text) =>
        new("support", receipt, Content(text), MailFactsReader.Read(Content(text))) { OperationId = Guid.NewGuid(), ReceivedAt = TimeProvider.System.GetUtcNow() };

    private static MailContent Content(string text) => MailContent.FromOctets(Octets(text));

    private static ReadOnlyMemory<byte> Octets(string text) => Encoding.ASCII.GetBytes(text);
}
