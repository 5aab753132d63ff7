using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Identity;

[Trait("Feature", "CO-04")]
public sealed class SenderIdentityTests
{
    private static readonly EmailAddress Work = EmailAddress.Create("ann@work.test");
    private static readonly EmailAddress Home = EmailAddress.Create("ann@home.test");

    [Fact]
    public void A_person_belongs_to_a_ticket_by_any_of_their_addresses()
    {
        var ann = new SenderIdentity(Home, SenderTrust.NotEvaluated) { Contact = new Contact(Work, ContactRole.Requester) { OtherAddresses = [Home] } };

        Assert.True(ann.BelongsTo(new TicketSnapshot("1", "x", TicketStatus.Open, Work)));
        Assert.True(ann.BelongsTo(new TicketSnapshot("1", "x", TicketStatus.Open, Home)));
        Assert.False(ann.BelongsTo(new TicketSnapshot("1", "x", TicketStatus.Open, EmailAddress.Create("bob@work.test"))));
        Assert.True(ann.Is(Work));
        Assert.Equal([Home, Work], ann.Addresses);
        Assert.False(ann.Is(EmailAddress.Create("bob@work.test")));
    }

    [Fact]
    public void Who_is_not_known_is_their_address_alone()
    {
        var stranger = new SenderIdentity(Home, SenderTrust.NotEvaluated);

        Assert.False(stranger.BelongsTo(new TicketSnapshot("1", "x", TicketStatus.Open, Work)));
        Assert.True(stranger.Is(Home));
        Assert.Equal(Home, stranger.WritesAs);
    }

    [Theory]
    [InlineData(ContactRole.Requester, "ann@home.test")]
    [InlineData(ContactRole.Technician, "ann@work.test")]
    [InlineData(ContactRole.Administrator, "ann@work.test")]
    public void A_technician_writes_under_their_main_address(ContactRole role, string author) =>
        Assert.Equal(author, new SenderIdentity(Home, SenderTrust.NotEvaluated) { Contact = new Contact(Work, role) { OtherAddresses = [Home] } }.WritesAs.Address);

    [Theory]
    [InlineData(SenderTrust.NotEvaluated, ContactRole.Technician, true)]
    [InlineData(SenderTrust.Unverified, ContactRole.Technician, false)]
    [InlineData(SenderTrust.Proven, ContactRole.Requester, false)]
    public void Only_a_technician_with_authority_vouches_for_another(SenderTrust trust, ContactRole role, bool vouched)
    {
        var carrier = new SenderIdentity(Work, trust) { Contact = new Contact(Work, role) };

        Assert.Equal(vouched, new SenderIdentity(Home, SenderTrust.Unverified) { BroughtBy = carrier }.IsVouchedFor);
    }
}
