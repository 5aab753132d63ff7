using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Conformance.Contacts;

/// <summary>One contact directory on trial, with the words in which the proofs speak.</summary>
internal sealed class ContactTrial : IAsyncDisposable
{
    private readonly ContactDirectoryFixture _fixture;

    private ContactTrial(ContactDirectoryFixture fixture, CancellationToken cancellationToken) => (_fixture, Cancellation) = (fixture, cancellationToken);

    public static EmailAddress Ann { get; } = EmailAddress.Create("Ann@Work.test", "Ann Example");

    public static EmailAddress Home { get; } = EmailAddress.Create("ann@home.test");

    public static EmailAddress Bob { get; } = EmailAddress.Create("bob@work.test", "Bob");

    /// <summary>Ann with everything that can be said of her.</summary>
    public static Contact Known { get; } = new(Ann, ContactRole.Technician)
    {
        OtherAddresses = [Home],
        IsActive = false,
        IsRegistered = true,
        Company = "Acme & Sons",
        Department = "IT",
        Location = "Ålesund",
    };

    public IContactDirectory Directory { get; private set; } = null!;

    public IContactWriter Writer => Directory as IContactWriter
        ?? throw new RuleNotApplicableException($"'{Directory.GetType().Name}' is no {nameof(IContactWriter)}.");

    public CancellationToken Cancellation { get; }

    public static async Task<ContactTrial> OpenAsync(ContactDirectoryFixture fixture, CancellationToken cancellationToken)
    {
        var trial = new ContactTrial(fixture, cancellationToken);
        trial.Directory = await fixture.OpenAsync(cancellationToken).ConfigureAwait(false);
        return trial;
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    public async Task CrashAsync() => Directory = await _fixture.ReopenAsync(Directory, Cancellation).ConfigureAwait(false);

    public ValueTask<IContactDirectory> OpenSecondAsync() => _fixture.OpenSecondAsync(Directory, Cancellation);

    public Task SaveAsync(Contact contact) => _fixture.SaveAsync(Directory, contact, Cancellation).AsTask();

    public Task<Contact> CreateAsync(EmailAddress address) => Directory.CreateAsync(address, Cancellation).AsTask();

    public Task<Contact?> FindAsync(EmailAddress address) => Directory.FindAsync(address, Cancellation).AsTask();

    public async Task<Contact> FoundAsync(EmailAddress address, string when) =>
        Expect.Present(await FindAsync(address).ConfigureAwait(false), $"The person with the address '{address}' {when}");

    public async Task ExpectNobodyAsync(EmailAddress address, string when)
    {
        var found = await FindAsync(address).ConfigureAwait(false);
        Expect.That(found is null, $"'{address}' is somebody's {when}: '{found?.Address}' was given, expected is nothing.");
    }

    public async Task ExpectAsync(Contact expected, EmailAddress address, string when) =>
        Expect.Same(Show(expected), Show(await FoundAsync(address, when).ConfigureAwait(false)), $"The person found by '{address}' {when}");

    /// <summary>All that is known of a person, a line each.</summary>
    public static string Show(Contact contact) => string.Join(
        '\n',
        $"address: {contact.Address.Address}",
        $"name: {contact.Address.Name}",
        $"role: {contact.Role}",
        $"active: {contact.IsActive}",
        $"registered: {contact.IsRegistered}",
        $"others: {string.Join(", ", contact.OtherAddresses.Select(address => address.Key).Where(key => key != contact.Address.Key).Distinct().Order(StringComparer.Ordinal))}",
        $"company: {contact.Company}",
        $"department: {contact.Department}",
        $"location: {contact.Location}");
}
