using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Tests.Support;

namespace HelpDesk.Email.Sqlite.Tests.Contacts;

public sealed class ContactDirectoryTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nobody_is_known_at_first() =>
        Assert.Null(await _folder.Open().Contacts.FindAsync(EmailAddress.Create("ann@example.test"), StoreFolder.Token));

    [Fact]
    public async Task An_address_makes_one_unregistered_requester_however_many_ask_at_once()
    {
        var directories = Enumerable.Range(0, 4).Select(_ => _folder.Open().Contacts).ToList();

        var made = await Task.WhenAll(directories.Select((directory, i) => Task.Run(
            () => directory.CreateAsync(EmailAddress.Create(i % 2 == 0 ? "Ann@Example.test" : "ann@example.TEST", $"Ann {i}"), StoreFolder.Token).AsTask())));

        Assert.Single(made.Select(contact => contact.Address.Address).Distinct());
        Assert.All(made, contact => Assert.Equal((ContactRole.Requester, true, false), (contact.Role, contact.IsActive, contact.IsRegistered)));
        using var connection = _folder.Connect();
        using var count = connection.Prepare("SELECT count(*) FROM contact");
        Assert.Equal(1, count.Number());
    }

    [Fact]
    public async Task A_person_is_found_by_any_of_their_addresses()
    {
        var directory = _folder.Open().Contacts;
        await directory.CreateAsync(EmailAddress.Create("ann@example.test", "Ann"), StoreFolder.Token);
        using (var connection = _folder.Connect())
        {
            connection.Execute(
                """
                UPDATE contact SET role = 1, is_registered = 1, company = 'Acme', department = 'IT', location = 'Oslo';
                INSERT INTO contact_address (key, contact_id, position, address) SELECT 'ann@home.test', id, 1, 'Ann@home.test' FROM contact;
                """);
        }

        var found = await directory.FindAsync(EmailAddress.Create("ANN@home.test"), StoreFolder.Token);

        Assert.Equal(("ann@example.test", "Ann"), (found!.Address.Address, found.Address.Name));
        Assert.Equal([EmailAddress.Create("ann@home.test")], found.OtherAddresses);
        Assert.Equal((ContactRole.Technician, true, "Acme", "IT", "Oslo"), (found.Role, found.IsRegistered, found.Company, found.Department, found.Location));
    }

    [Fact]
    public async Task What_is_said_of_a_person_is_kept_and_nobody_gets_another_ones_address()
    {
        var directory = _folder.Open().Contacts;
        var editor = Assert.IsType<IContactWriter>(directory, exactMatch: false);
        var ann = new Contact(EmailAddress.Create("ann@example.test", "Ann"), ContactRole.Technician)
        {
            IsActive = false,
            Company = "Example",
            OtherAddresses = [EmailAddress.Create("ann@home.test")],
        };

        await editor.SaveAsync(ann, StoreFolder.Token);
        await editor.SaveAsync(ann with { Location = "Attic" }, StoreFolder.Token);
        await Assert.ThrowsAsync<ArgumentException>(
            () => editor.SaveAsync(new Contact(EmailAddress.Create("bob@example.test"), ContactRole.Requester) { OtherAddresses = [EmailAddress.Create("ANN@home.test")] }, StoreFolder.Token).AsTask());

        var found = await directory.FindAsync(EmailAddress.Create("ann@home.test"), StoreFolder.Token);
        Assert.Equal(("ann@example.test", "Ann", ContactRole.Technician, false), (found!.Address.Address, found.Address.Name, found.Role, found.IsActive));
        Assert.Equal(("Example", "Attic"), (found.Company, found.Location));
        Assert.Null(await directory.FindAsync(EmailAddress.Create("bob@example.test"), StoreFolder.Token));
    }
}
