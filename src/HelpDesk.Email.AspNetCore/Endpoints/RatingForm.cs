using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HelpDesk.Email.AspNetCore.Endpoints;

/// <summary>The fields of the rating's form.</summary>
internal sealed record RatingForm(Guid? Id, string? Value, string? Comment)
{
    public const int MaxComment = 2000;

    // 2,000 characters of a comment are at most 18,000 octets in a form.
    private static readonly FormOptions Limits = new()
    {
        BufferBodyLengthLimit = 32_768,
        MultipartBodyLengthLimit = 32_768,
        ValueCountLimit = 10,
        KeyLengthLimit = 100,
        ValueLengthLimit = 20_000,
    };

    /// <summary>Reads it; <see langword="null"/> for what is no form, or larger than one can be.</summary>
    public static async Task<RatingForm?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType || request.ContentLength > Limits.BufferBodyLengthLimit)
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(Limits, cancellationToken).ConfigureAwait(false);
            var comment = form["comment"].ToString().ReplaceLineEndings("\n").Trim();
            return new RatingForm(
                Guid.TryParse(form["id"].ToString(), out var id) ? id : null,
                form["rating"].ToString(),
                comment.Length == 0 ? null : Cleaned(comment.Length > MaxComment ? comment[..MaxComment] : comment));
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static string Cleaned(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsControl(source[i]) && source[i] != '\n' ? ' ' : source[i];
        }
    });
}
