using HelpDesk.Email.InMemory;

namespace HelpDesk.Email.Testing.Tests.Broken.Contacts;

/// <summary>A contact directory that is broken in one way, and the cases that must find it.</summary>
/// <param name="Name">What it does, after "a contact directory that".</param>
/// <param name="Open">Makes the tampering of one process over the people.</param>
/// <param name="CaughtBy">The names of the cases.</param>
internal sealed record ContactDefect(string Name, Func<InMemoryContactDirectory, ContactTampering> Open, params string[] CaughtBy)
{
    /// <summary>Whether a crash takes everybody along.</summary>
    public bool ForgetsInACrash { get; init; }

    public override string ToString() => Name;
}
