using HelpDesk.Email.Architecture.Tests.Fixtures.Left;

namespace HelpDesk.Email.Architecture.Tests.Fixtures.Right;

/// <summary>Uses the other folder in the body of a method only. See <see cref="RootType"/>, which is no use of it.</summary>
internal sealed class RightEnd
{
    public static string Name() => typeof(LeftEnd).Name + Generic<LeftEnd>.Value;

    private static class Generic<T>
    {
        public static int Value => RootType.Constant;
    }
}
