namespace HelpDesk.Email.CrashCampaign.Poison;

/// <summary>What a broken step does with a poisonous mail.</summary>
internal enum PoisonKind
{
    /// <summary>It throws.</summary>
    Throw,

    /// <summary>It waits for what never comes, and stops when it is told to.</summary>
    Hang,

    /// <summary>It waits for what never comes, and looks at no token.</summary>
    Spin,

    /// <summary>It calls itself until the stack is full: the process ends.</summary>
    Recurse,

    /// <summary>It takes a gigabyte that the process may not have.</summary>
    Allocate,
}
