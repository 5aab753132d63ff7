using HelpDesk.Email.Contacts;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tests.InMemory;

public sealed class InMemoryContactDirectoryTests
{
    private readonly InMemoryContactDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_address_is_nobodys() =>
        Assert.Null(await _directory.FindAsync(EmailAddress.Create("ann@example.test"), Cancellation));

    [Fact]
    public async Task A_person_is_found_by_each_address_whatever_its_case()
    {
        var tess = new Contact(EmailAddress.Create("tess@helpdesk.example", "Tess"), ContactRole.Technician)
        {
            OtherAddresses = [EmailAddress.Create("tess@home.example")],
        };
        _directory.Add(tess);
        Assert.Same(tess, await _directory.FindAsync(EmailAddress.Create("TESS@Helpdesk.Example"), Cancellation));
        Assert.Same(tess, await _directory.FindAsync(EmailAddress.Create("Tess@home.example"), Cancellation));
    }

    [Fact]
    public async Task Creating_makes_an_unregistered_requester_once()
    {
        var address = EmailAddress.Create("ann@example.test", "Ann");
        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _directory.CreateAsync(address, Cancellation).AsTask())));
        Assert.All(made, contact => Assert.Same(made[0], contact));
        Assert.Equal(ContactRole.Requester, made[0].Role);
        Assert.False(made[0].IsRegistered);
        Assert.True(made[0].IsActive);
        Assert.Equal("Ann", made[0].Address.Name);
    }

    [Fact]
    public async Task Creating_returns_who_has_the_address_already()
    {
        var tess = new Contact(EmailAddress.Create("tess@helpdesk.example"), ContactRole.Technician)
        {
            OtherAddresses = [EmailAddress.Create("tess@home.example")],
        };
        _directory.Add(tess);
        Assert.Same(tess, await _directory.CreateAsync(EmailAddress.Create("tess@home.example"), Cancellation));
    }

    [Fact]
    public async Task Adding_a_person_again_replaces_what_was_known()
    {
        var address = EmailAddress.Create("tess@helpdesk.example");
        var old = EmailAddress.Create("tess@home.example");
        _directory.Add(new Contact(address, ContactRole.Technician) { OtherAddresses = [old] });
        _directory.Add(new Contact(address, ContactRole.Administrator));
        Assert.Equal(ContactRole.Administrator, (await _directory.FindAsync(address, Cancellation))!.Role);
        Assert.Null(await _directory.FindAsync(old, Cancellation));
    }

    [Fact]
    public async Task An_address_belongs_to_one_person()
    {
        var shared = EmailAddress.Create("desk@helpdesk.example");
        _directory.Add(new Contact(EmailAddress.Create("tess@helpdesk.example"), ContactRole.Technician) { OtherAddresses = [shared] });
        var tom = new Contact(EmailAddress.Create("tom@helpdesk.example"), ContactRole.Technician) { OtherAddresses = [shared] };
        Assert.Throws<ArgumentException>(() => _directory.Add(tom));
        Assert.Null(await _directory.FindAsync(tom.Address, Cancellation));
    }
}
