namespace HelpDesk.Email.Links;

/// <summary>The part of a link's path that names its purpose.</summary>
public static class LinkPaths
{
    /// <summary>The word for a purpose: <c>view</c>, <c>login</c>, <c>rate</c> or <c>unsubscribe</c>.</summary>
    public static string Of(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.View => "view",
        LinkPurpose.Autologin => "login",
        LinkPurpose.Rate => "rate",
        LinkPurpose.Unsubscribe => "unsubscribe",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
    };
}
