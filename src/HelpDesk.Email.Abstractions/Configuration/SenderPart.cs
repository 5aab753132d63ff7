namespace HelpDesk.Email.Configuration;

/// <summary>The part of a sender that a filter looks at.</summary>
public enum SenderPart
{
    /// <summary>The address, <c>ann@example.com</c>.</summary>
    Address,

    /// <summary>What stands behind the <c>@</c>. A whole domain is that domain alone, and none below it.</summary>
    Domain,

    /// <summary>What stands before the <c>@</c>.</summary>
    User,

    /// <summary>The name that stands beside the address.</summary>
    Name,
}
