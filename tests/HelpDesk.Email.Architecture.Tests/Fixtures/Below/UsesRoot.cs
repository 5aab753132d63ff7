namespace HelpDesk.Email.Architecture.Tests.Fixtures.Below;

/// <summary>Uses the root in a lambda, where only the body of a method that the compiler made shows it.</summary>
internal static class UsesRoot
{
    public static Func<object> Make() => () => new RootType();
}
