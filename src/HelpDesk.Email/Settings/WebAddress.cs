namespace HelpDesk.Email.Settings;

/// <summary>Values that have to be addresses of web pages.</summary>
internal static class WebAddress
{
    /// <summary>What is wrong with a value, or <see langword="null"/>; one that is absent is right.</summary>
    public static string? WhyNot(string key, string? value) =>
        value is null || (Uri.TryCreate(value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp))
            ? null
            : $"HelpDeskEmail:{key} is '{value}'; write an address that begins with https:// or http://.";
}
