namespace HelpDesk.Email.Routing;

/// <summary>Where in a mail a condition looks; the groups of a rule's patterns are counted in this order.</summary>
internal enum TextPlace
{
    From,
    To,
    Subject,
    Header,
    Body,
}
