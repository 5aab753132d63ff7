using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Cli.Explain.Lines;

/// <summary>An address; one that can't be read has its raw text as name.</summary>
internal sealed record AddressLine(string? Address, string? Name)
{
    public static AddressLine? Of(MailAddressBox? box) => box is null ? null : new AddressLine(box.Address, box.Name);

    public static IReadOnlyList<AddressLine> Of(IReadOnlyList<MailAddressBox> boxes) => [.. boxes.Select(box => new AddressLine(box.Address, box.Name))];
}
