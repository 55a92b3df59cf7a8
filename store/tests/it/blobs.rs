use bytes::Bytes;
use domain::ids::{PhotoId, StudioId, UploadId};
use domain::photo::Size;
use futures::TryStreamExt;
use store::fixtures::Throwaway;
use store::{BlobKey, Blobs, Error};

on_both_and_s3!(an_object_is_what_was_put_there_until_it_is_deleted);

const STUDIO: StudioId = StudioId::from_random([1; 16]);
const PHOTO: PhotoId = PhotoId::from_random([2; 16]);
const UPLOAD: UploadId = UploadId::from_random([3; 16]);

// S80
#[tokio::test]
async fn an_address_that_cannot_be_used_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let refused = async |address: &str| match Blobs::open(Some(address), folder.path()).await {
        Err(Error::PhotosUrl(why)) => why,
        other => panic!("{address}: {other:?}"),
    };
    let bucket = std::env::var("TEST_S3_URL").unwrap();
    for address in ["photos", "gopher://photos", "memory:///", "https://photos.example/bucket"] {
        assert_eq!(refused(address).await, "this is no address like s3://bucket/prefix");
    }
    assert_eq!(refused("s3://photos?regoin=eu-1").await, "it has no setting of the name regoin");
    assert_eq!(refused(&bucket.replacen("photos", "elsewhere", 1)).await, "there is no such bucket");
    let nobody = "s3://photos?endpoint=http://127.0.0.1:1&allow_http=true&access_key_id=a&secret_access_key=b";
    assert_eq!(refused(nobody).await, "no object store answers there as it should");
    assert!(Blobs::open(Some(&bucket), folder.path()).await.is_ok());
}

/// What the photographs' path asks of any object store.
async fn an_object_is_what_was_put_there_until_it_is_deleted(place: Throwaway) {
    let blobs = place.store.blobs();
    let keys = [
        BlobKey::Original(STUDIO, PHOTO),
        BlobKey::Sized(STUDIO, PHOTO, Size::Small),
        BlobKey::Sized(STUDIO, PHOTO, Size::Large),
        BlobKey::Part(STUDIO, UPLOAD, 0),
        BlobKey::Part(STUDIO, UPLOAD, 10),
    ];
    for key in keys {
        assert!(matches!(blobs.get(key).await, Err(Error::NotFound)));
        assert!(matches!(blobs.stream(key).await, Err(Error::NotFound)));
        blobs.delete(key).await.unwrap();
        blobs.put(key, Bytes::from(format!("{key:?}"))).await.unwrap();
    }
    for key in keys {
        let text = format!("{key:?}");
        assert_eq!(blobs.get(key).await.unwrap(), text);
        let (length, stream) = blobs.stream(key).await.unwrap();
        let bytes: Vec<Bytes> = stream.try_collect().await.unwrap();
        assert_eq!((length, bytes.concat()), (text.len() as u64, text.into_bytes()));
    }
    // A part that is sent again takes the place of the first.
    let part = BlobKey::Part(STUDIO, UPLOAD, 0);
    blobs.put(part, Bytes::from_static(b"again")).await.unwrap();
    assert_eq!(blobs.get(part).await.unwrap(), "again");
    for key in keys {
        blobs.delete(key).await.unwrap();
        blobs.delete(key).await.unwrap();
        assert!(matches!(blobs.get(key).await, Err(Error::NotFound)));
    }
}
