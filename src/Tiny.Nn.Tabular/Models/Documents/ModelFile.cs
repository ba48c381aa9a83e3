using System.Numerics;
using System.Security;
using System.Text.Json;
using Tiny.Nn.Names;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>
/// A model as a safetensors file: the parameters under the names of the network's blocks (<c>0.weight</c>: outputs × inputs,
/// row by row, as other tools expect it), the statistics of the preprocessing in double, and all else as one JSON text.
/// </summary>
/// <remarks>The same model gives the same bytes, and what is read predicts the same bits as what was written.</remarks>
public static class ModelFile
{
    private const string Document = "tinynn";
    private const string OldMean = "preprocessing.mean";
    private const string OldScale = "preprocessing.scale";
    private const string TargetMean = "target.mean";
    private const string TargetScale = "target.scale";
    private const string Advice = "Use a model that `tinynn train` or this library wrote.";

    /// <summary>Writes a model to a file, as a whole or not at all, in the place of one that is there.</summary>
    /// <exception cref="OutputException">The file could not be written; what was there before still is.</exception>
    public static void Save<T>(Model<T> model, string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        AtomicFile.Replace(path, stream => Write(model, stream));
    }

    /// <summary>Reads a model from a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file, or no such directory.</exception>
    /// <exception cref="ModelFormatException">The file is not a whole, valid model of these numbers, or may not be read.</exception>
    public static Model<T> Load<T>(string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using FileStream stream = File.OpenRead(path);
            return Read<T>(stream, path);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException(
                $"There is no model file {FileText.Quote(path)}. Check the path and the name.",
                path,
                cause
            );
        }
        catch (Exception cause)
            when (cause is IOException or UnauthorizedAccessException or SecurityException or ArgumentException)
        {
            string what = Directory.Exists(path) ? "This is a directory." : "The file could not be read.";
            throw new ModelFormatException(what, path, "Name a model file that you may read.", cause);
        }
    }

    /// <summary>Writes a model to a stream.</summary>
    /// <exception cref="ArgumentException">
    /// The model holds something that has no name in a file, such as an activation of your own that is not registered, or a parameter that is not finite.
    /// </exception>
    public static void Write<T>(Model<T> model, Stream stream)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        string json = ModelTranslation.ToDocument(model).ToJson();
        List<Tensor> tensors = model.IsOneNetwork
            ? [.. NetworkTensors.Write(model.Network, ""), .. EncodingTensors.Write(model.Encoding, "")]
            : [.. model.Bags.Index().SelectMany(bag => BagTranslation.Tensors(bag.Item, bag.Index))];
        if (model.Target is NumberTarget number)
        {
            tensors.Add(new Tensor<double>(TargetMean, [1], number.Scaling.Mean.ToArray()));
            tensors.Add(new Tensor<double>(TargetScale, [1], number.Scaling.Scale.ToArray()));
        }
        new SafetensorsFile([new(Document, json)], tensors).Write(stream);
    }

    /// <summary>Reads a model from a stream, up to its end.</summary>
    /// <param name="stream">Any readable stream.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <exception cref="ModelFormatException">It is not a whole, valid model of these numbers.</exception>
    public static Model<T> Read<T>(Stream stream, string source)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SafetensorsFile file = SafetensorsFile.Read(stream, source);
        string json = file.Text(Document);
        try
        {
            ModelDocument document = ModelTranslation.Check(ModelDocument.Parse(json), file);
            ModelTarget target =
                TargetTranslation.ToClasses(document.Target)
                ?? (ModelTarget)
                    new NumberTarget(
                        document.Target.Name,
                        new Standardization(
                            EncodingTensors.Statistics(file, TargetMean, 1),
                            EncodingTensors.Statistics(file, TargetScale, 1)
                        )
                    )
                    {
                        Range = TargetTranslation.ToRange(document.Target),
                        Unit = document.Target.Unit,
                    };
            Provenance provenance = ProvenanceTranslation.ToProvenance(document.Provenance);
            return new Model<T>(ReadBags<T>(document, file), target, provenance)
            {
                DataFormat = TargetTranslation.ToFormat(document.Csv),
                Calibration = document.Calibration is { } calibration
                    ? new Calibration(calibration.InverseTemperature, calibration.UniformShare)
                    : Calibration.None,
            };
        }
        catch (FormatException cause) when (UnknownName.Registration(cause) is not null)
        {
            throw new ModelFormatException(
                FileText.Printable(cause.Message),
                $"{source}, metadata key \"{Document}\"",
                $"If it is one of your own, register it under this name before loading: {UnknownName.Registration(cause)}. Else use the version that wrote the file.",
                cause
            );
        }
        catch (Exception cause) when (cause is JsonException or ArgumentException or FormatException)
        {
            throw new ModelFormatException(
                FileText.Printable(cause.Message),
                $"{source}, metadata key \"{Document}\"",
                Advice,
                cause
            );
        }
    }

    private static Bag<T>[] ReadBags<T>(ModelDocument document, SafetensorsFile file)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (document.Bags is { } bags)
        {
            Feature[] schema = [.. document.Features.Select(EncodingTranslation.ToFeature)];
            return [.. bags.Select((bag, place) => BagTranslation.Read<T>(bag, place, schema, file))];
        }
        Architecture architecture = NetworkTranslation.ToArchitecture(document.Network!);
        TableEncoding encoding = ReadEncoding(document, file);
        return [new Bag<T>(encoding, [NetworkTensors.Read<T>(architecture, file, "")])];
    }

    private static TableEncoding ReadEncoding(ModelDocument document, SafetensorsFile file)
    {
        if (document.Encoding is { } encoding)
        {
            Feature[] schema = [.. document.Features.Select(EncodingTranslation.ToFeature)];
            return EncodingTensors.Read(encoding, schema, document.Network!.Inputs, file, "");
        }
        int features = document.Features.Count;
        Standardization standardization = new(
            EncodingTensors.Statistics(file, OldMean, features),
            EncodingTensors.Statistics(file, OldScale, features)
        );
        return TableEncoding.Standardized([.. document.Features.Select(feature => feature.Name)], standardization);
    }
}
