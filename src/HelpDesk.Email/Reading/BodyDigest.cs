using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Reading;

/// <summary>A digest of what a mail says, which two copies share although they came by different ways.</summary>
/// <remarks>
/// Over the decoded content of every part that has one, and over its media type: boundaries and transfer encodings are what
/// relays and clients make anew. In text, white space at the ends of lines and empty lines at the end count for nothing,
/// and a run of white space counts as one. Linear, in windows of the stream.
/// </remarks>
internal static class BodyDigest
{
    private const int Window = 65_536;

    public static string Compute(MailDocument document)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var input = ArrayPool<byte>.Shared.Rent(Window);
        var output = ArrayPool<byte>.Shared.Rent(Window);
        try
        {
            foreach (var part in document.AllParts())
            {
                if (part.Children.Count > 0)
                {
                    continue;
                }

                hash.AppendData(Encoding.UTF8.GetBytes($"\n{part.MediaType.Full}\n"));
                using var content = part.OpenContent();
                if (part.MediaType.Type == "text")
                {
                    AppendText(content, hash, input, output);
                }
                else
                {
                    AppendOctets(content, hash, input);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(input);
            ArrayPool<byte>.Shared.Return(output);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AppendOctets(Stream content, IncrementalHash hash, byte[] buffer)
    {
        int read;
        while ((read = content.Read(buffer, 0, buffer.Length)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }
    }

    private static void AppendText(Stream content, IncrementalHash hash, byte[] input, byte[] output)
    {
        long lines = 0;
        var spaces = false;
        var written = 0;
        int read;
        while ((read = content.Read(input, 0, input.Length)) > 0)
        {
            foreach (var octet in input.AsSpan(0, read))
            {
                switch (octet)
                {
                    case (byte)'\r':
                        break;
                    case (byte)'\n':
                        lines++;
                        spaces = false;
                        break;
                    case (byte)' ' or (byte)'\t':
                        spaces = true;
                        break;
                    default:
                        for (; lines > 0; lines--)
                        {
                            Put((byte)'\n');
                        }

                        if (spaces)
                        {
                            Put((byte)' ');
                            spaces = false;
                        }

                        Put(octet);
                        break;
                }
            }
        }

        hash.AppendData(output, 0, written);

        void Put(byte octet)
        {
            if (written == output.Length)
            {
                hash.AppendData(output, 0, written);
                written = 0;
            }

            output[written++] = octet;
        }
    }
}
