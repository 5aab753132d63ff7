using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Tests.Contacts;

/// <summary>What every directory keeps to that a host can write people into.</summary>
[Trait("Feature", "CO-04")]
public abstract class ContactWriterCases
{
    private static readonly EmailAddress Work = EmailAddress.Create("ann@work.test", "Ann");
    private static readonly EmailAddress Home = EmailAddress.Create("Ann@Home.test");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_found_by_each_of_their_addresses_with_all_that_was_saved()
    {
        var (directory, writer) = Open();
        await writer.SaveAsync(
            new Contact(Work, ContactRole.Technician) { OtherAddresses = [Home], IsRegistered = true, IsActive = false, Company = "Acme", Department = "IT", Location = "Oslo" }, Token);

        foreach (var address in new[] { "ANN@work.test", "ann@home.test" })
        {
            var found = await directory.FindAsync(EmailAddress.Create(address), Token);
            Assert.Equal(("ann@work.test", "Ann"), (found!.Address.Address, found.Address.Name));
            Assert.Equal([Home], found.OtherAddresses);
            Assert.Equal((ContactRole.Technician, true, false, "Acme", "IT", "Oslo"), (found.Role, found.IsRegistered, found.IsActive, found.Company, found.Department, found.Location));
        }
    }

    [Theory]
    [InlineData(ContactRole.Requester)]
    [InlineData(ContactRole.Technician)]
    [InlineData(ContactRole.Administrator)]
    public async Task A_person_has_the_role_that_was_saved(ContactRole role)
    {
        var (directory, writer) = Open();
        await writer.SaveAsync(new Contact(Work, role), Token);

        Assert.Equal(role, (await directory.FindAsync(Work, Token))!.Role);
    }

    [Fact]
    public async Task Saving_twice_changes_nothing_and_saving_anew_replaces()
    {
        var (directory, writer) = Open();
        await writer.SaveAsync(new Contact(Work, ContactRole.Technician) { OtherAddresses = [Home] }, Token);
        await writer.SaveAsync(new Contact(Work, ContactRole.Technician) { OtherAddresses = [Home, Work, Home] }, Token);
        Assert.Equal([Home], (await directory.FindAsync(Work, Token))!.OtherAddresses.Distinct().Where(address => !address.Equals(Work)));

        await writer.SaveAsync(new Contact(Work, ContactRole.Requester) { Company = "Acme" }, Token);

        Assert.Null(await directory.FindAsync(Home, Token));
        Assert.Equal((ContactRole.Requester, "Acme"), ((await directory.FindAsync(Work, Token))!.Role, (await directory.FindAsync(Work, Token))!.Company));
    }

    [Fact]
    public async Task Who_was_made_of_a_first_mail_becomes_who_was_saved()
    {
        var (directory, writer) = Open();
        await directory.CreateAsync(Work, Token);

        await writer.SaveAsync(new Contact(Work, ContactRole.Technician) { IsRegistered = true }, Token);
        await directory.CreateAsync(Work, Token);

        Assert.Equal((ContactRole.Technician, true), ((await directory.FindAsync(Work, Token))!.Role, (await directory.FindAsync(Work, Token))!.IsRegistered));
    }

    [Fact]
    public async Task An_address_of_somebody_else_is_refused_and_nothing_changed()
    {
        var (directory, writer) = Open();
        var bob = EmailAddress.Create("bob@work.test");
        await writer.SaveAsync(new Contact(Work, ContactRole.Requester) { OtherAddresses = [Home] }, Token);
        await writer.SaveAsync(new Contact(bob, ContactRole.Requester) { Company = "Acme" }, Token);

        await Assert.ThrowsAsync<ArgumentException>(() => writer.SaveAsync(new Contact(bob, ContactRole.Technician) { OtherAddresses = [Home] }, Token).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => writer.SaveAsync(new Contact(Home, ContactRole.Technician), Token).AsTask());

        Assert.Equal((ContactRole.Requester, "Acme"), ((await directory.FindAsync(bob, Token))!.Role, (await directory.FindAsync(bob, Token))!.Company));
        Assert.Equal(Work, (await directory.FindAsync(Home, Token))!.Address);
    }

    [Fact]
    public async Task Many_who_save_at_once_leave_one_person()
    {
        var (directory, writer) = Open();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => writer.SaveAsync(new Contact(Work, ContactRole.Technician) { OtherAddresses = [Home] }, Token).AsTask())));

        Assert.Equal(Work, (await directory.FindAsync(Home, Token))!.Address);
    }

    /// <summary>A directory in which nobody is known.</summary>
    protected abstract (IContactDirectory Directory, IContactWriter Writer) Open();
}
