namespace HelpDesk.Email.Mime.Containers;

/// <summary>A file in a TNEF file.</summary>
internal sealed class TnefFile
{
    private static readonly byte[] Signature = [0x78, 0x9f, 0x3e, 0x22];

    public string? Name { get; private set; }

    public string? MediaType { get; private set; }

    public string? ContentId { get; private set; }

    public ReadOnlyMemory<byte> Content { get; set; }

    /// <summary>Whether the content is a message, itself in TNEF.</summary>
    public bool IsMessage { get; private set; }

    public void SetTitle(string title) => Name ??= NotEmpty(title);

    /// <summary>Takes what the properties say (MS-OXCMSG section 2.2.2).</summary>
    public void Take(List<TnefProperty> properties, string? charset)
    {
        string? display = null;
        string? shortName = null;
        foreach (var property in properties)
        {
            switch (property.Id)
            {
                case 0x3707:
                    Name = NotEmpty(property.Text(charset)) ?? Name;
                    break;
                case 0x3704:
                    shortName = NotEmpty(property.Text(charset));
                    break;
                case 0x3001:
                    display = NotEmpty(property.Text(charset));
                    break;
                case 0x370e:
                    MediaType = NotEmpty(property.Text(charset));
                    break;
                case 0x3712:
                    ContentId = NotEmpty(property.Text(charset))?.Trim('<', '>');
                    break;
                case 0x3701:
                    TakeContent(property);
                    break;
            }
        }

        Name ??= shortName ?? display;
        if (IsMessage)
            Name = display ?? Name;
    }

    private void TakeContent(TnefProperty property)
    {
        var value = property.Value;
        // An object names its interface in its first sixteen octets.
        if (property.Type == TnefProperty.Object && value.Length >= 16)
            value = value[16..];
        if (value.IsEmpty)
            return;
        Content = value;
        IsMessage = property.Type == TnefProperty.Object && value.Span.StartsWith(Signature);
    }

    private static string? NotEmpty(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
