namespace HelpDesk.Email.Links;

/// <summary>What became of reading a signed link.</summary>
/// <param name="Status">What it is worth.</param>
/// <param name="Link">What it says; <see langword="null"/> unless it is valid.</param>
public sealed record LinkVerdict(LinkStatus Status, TicketLink? Link)
{
    internal static LinkVerdict Of(LinkStatus status) => new(status, null);
}
